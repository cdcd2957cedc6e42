import { expectOrders } from './orders.ts';

expectOrders(21, 25, 20, 'erasures');

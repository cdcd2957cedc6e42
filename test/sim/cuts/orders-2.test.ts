import { expectOrders } from './orders.ts';

expectOrders(11, 20, 50);

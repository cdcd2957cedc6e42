import { expectOrders } from './orders.ts';

expectOrders(1, 10, 50);

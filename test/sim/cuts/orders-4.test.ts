import { expectOrders } from './orders.ts';

expectOrders(31, 35, 20, 'copies');

export { requestQuery, requestsQuery } from './requests.ts';

import { own } from '../handler.ts';
import { newReportMethod } from '../protocol.ts';

export const newReport = own(newReportMethod, {
  empty: () => null,
  answer: (params, { service }) => service.newReport(params),
});

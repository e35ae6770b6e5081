import { own } from '../../handler.ts';
import { newReportMethod } from '../../protocol.ts';

export const newReport = own(newReportMethod, {
  empty: () => null,
  answer: async ({ beside = '', ...report }, { service, settings }) => service.newReport(report, await settings.settingsOf(beside)),
});

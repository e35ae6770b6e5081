import { own } from '../handler.ts';
import { newReportMethod } from '../protocol.ts';

export const newReport = own(newReportMethod, {
  empty: () => null,
  // A new report is no file yet: the settings are those of the first folder.
  answer: async (params, { service, settings }) => service.newReport(params, await settings.settingsOf('')),
});

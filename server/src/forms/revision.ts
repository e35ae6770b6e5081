/** The line above a paragraph that was taken over from last year's report and is still to be revised (待修订). */
export const revisionMark = '<!-- 待修订 -->';

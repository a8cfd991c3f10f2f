/** Where notices about personal data lead: a person's own page, and the list of those who answer. */
export const ownPage = 'packages/privacy/pages/mine/index';
export const queuePage = 'packages/staff/pages/data-requests/index';

/** Whether a text is a mainland mobile number: 11 digits, 13x to 19x. */
export const isPhone = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);

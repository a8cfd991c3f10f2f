/** A mobile number as others may see it: 138****1234. Anything shorter than eleven digits is hidden whole. */
export function maskedPhone(phone: string): string {
  return /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : '****';
}

export { postedText, settleText } from './texts';

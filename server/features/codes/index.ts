export { drawCodes } from './pictures';

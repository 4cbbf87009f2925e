export { Mail } from './mail.js';
export type { LetterRequest, LetterStatus } from './letters.repository.js';

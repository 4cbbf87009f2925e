/** How long and how much; nothing of it is asked of a caller. */

/** TCP, TLS and the greeting together. */
export const CONNECT_MS = 10_000;
/** Without a sign of life from the other side. Servers may look into a message for a while before they answer. */
export const SILENCE_MS = 30_000;
/** One letter from the first byte to the last answer. */
export const TOTAL_MS = 90_000;

/**
 * The whole message as it travels (base64 makes attachments a third larger). Yandex takes 30 MB, Mail.ru and Google 25
 * MB: above this, nobody can be relied on.
 */
export const MAX_MESSAGE_BYTES = 20 * 1024 * 1024;

/** RFC 5321 §4.5.3.1.3, brackets taken off. */
export const MAX_ADDRESS_LENGTH = 254;
/** RFC 5322 §2.1.1: a line is at most 998 characters; a subject of that length is no subject. */
export const MAX_SUBJECT_LENGTH = 500;

/** 4xx: grey lists want some minutes, and what is overloaded is not helped by haste (RFC 5321 §4.5.4.1). */
export const DEFERRED_MS = 60_000;
/** No connection, or a lost one. */
export const UNREACHABLE_MS = 5_000;

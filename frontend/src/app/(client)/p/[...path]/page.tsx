import { notFound } from 'next/navigation';

/** The address of a link with something behind it: a client is told so in the words of this page, not of the firm's. */
export default function NoSuchLink(): never {
  notFound();
}

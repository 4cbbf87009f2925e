import { notFound } from 'next/navigation';

/** Whatever no other page answers: with two root layouts an unknown address has none of its own. */
export default function NoSuchPage(): never {
  notFound();
}

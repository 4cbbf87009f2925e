import type { ClientKind, CreateClient } from '@smet/api-client';
import type { TypedClient } from '../queries';

export interface ClientForm {
  kind: ClientKind;
  name: string;
  phone: string;
  email: string;
  address: string;
  source: string;
  comment: string;
}

export const EMPTY_CLIENT: ClientForm = {
  kind: 'person',
  name: '',
  phone: '',
  email: '',
  address: '',
  source: '',
  comment: '',
};

const FEWEST_DIGITS = 7;
const FEWEST_LETTERS = 3;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

export type FormProblem = 'nameMissing' | 'unreachable' | 'emailWrong';

/** What keeps the form from being sent; a company may be reached through its contact people. */
export function findProblem(form: ClientForm): FormProblem | null {
  const [name, phone, email] = [form.name.trim(), form.phone.trim(), form.email.trim()];
  if (!name) return 'nameMissing';
  if (email && !EMAIL.test(email)) return 'emailWrong';
  return form.kind === 'person' && !phone && !email ? 'unreachable' : null;
}

/** What is worth asking about: parts long enough to mean somebody. */
export function toHint(form: Pick<ClientForm, 'phone' | 'email' | 'name'>): TypedClient {
  const [name, phone, email] = [form.name.trim(), form.phone.trim(), form.email.trim()];
  return {
    ...(phone.replace(/\D/g, '').length >= FEWEST_DIGITS && { phone }),
    ...(EMAIL.test(email) && { email }),
    ...(name.length >= FEWEST_LETTERS && { name }),
  };
}

/** The form as the API takes it. `shared`: numbers another client holds and that are theirs too, on purpose. */
export function toCreateClient(form: ClientForm, shared: readonly string[] = []): CreateClient {
  const [phone, email, address] = [form.phone.trim(), form.email.trim(), form.address.trim()];
  const [source, comment] = [form.source.trim(), form.comment.trim()];
  return {
    kind: form.kind,
    name: form.name.trim(),
    ...(phone && { phones: [{ number: phone }] }),
    ...(shared.length > 0 && { sharedPhones: [...shared] }),
    ...(email && { emails: [email] }),
    ...(address && { addresses: [{ text: address }] }),
    ...(source && { source }),
    ...(comment && { comment }),
  };
}

/** What a form is after somebody else saved: the fields both changed are named, and are the person's own. */
export interface MergedForm<Form> {
  form: Form;
  clashes: (keyof Form & string)[];
}

/** Both are plain JSON. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Field by field: what only `theirs` changed since `base` is theirs, everything else is mine. A clash is a field that
 * both set, each to something else.
 */
export function mergeForms<Form extends object>(base: Form, mine: Form, theirs: Form): MergedForm<Form> {
  const form = { ...theirs };
  const clashes: (keyof Form & string)[] = [];
  for (const field of Object.keys(mine) as (keyof Form & string)[]) {
    if (isSame(mine[field], base[field])) continue;
    form[field] = mine[field];
    if (!isSame(theirs[field], base[field]) && !isSame(theirs[field], mine[field])) clashes.push(field);
  }
  return { form, clashes };
}

/** What was typed over what the server had. */
export interface TypedForm<Stored, Form> {
  base: Stored;
  form: Form;
}

/** What stays typed once `sent` was answered with `stored`: only what was typed meanwhile, begun on the answer. */
export function afterSave<Stored, Form extends object>(
  typed: TypedForm<Stored, Form> | null,
  sent: Form,
  stored: { base: Stored; form: Form },
): TypedForm<Stored, Form> | null {
  if (typed === null || isSame(typed.form, sent)) return null;
  return { base: stored.base, form: mergeForms(sent, typed.form, stored.form).form };
}

'use client';

import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../shared/api/client';
import { unwrap, viewProblem } from '../../shared/api/problems';
import { COLOR_SCHEME_COOKIE } from '../../shared/ui/color-scheme';
import { ProblemAlert } from '../../shared/ui/problem-alert';

interface Credentials {
  email: string;
  password: string;
}

function rememberScheme(scheme: string | null): void {
  if (scheme) document.cookie = `${COLOR_SCHEME_COOKIE}=${scheme}; path=/; max-age=31536000; samesite=lax`;
}

/** `next` is a path of this site; the page that renders the form has checked it. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('auth');
  const form = useForm<Credentials>({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() ? null : t('emailRequired')),
      password: (value) => (value ? null : t('passwordRequired')),
    },
  });
  const signIn = useMutation({
    mutationFn: ({ email, password }: Credentials) =>
      unwrap(api.POST('/api/v1/auth/sign-in', { body: { email: email.trim(), password } })),
    // A full navigation: nothing cached for the previous person may survive.
    onSuccess: ({ user }) => {
      rememberScheme(user.colorScheme);
      window.location.assign(next);
    },
  });
  const busy = signIn.isPending || signIn.isSuccess;
  return (
    <form onSubmit={form.onSubmit((values) => signIn.mutate(values))} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          inputMode="email"
          size="md"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          size="md"
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <div aria-live="polite">{signIn.isError && <ProblemAlert problem={viewProblem(signIn.error)} />}</div>
        <Button type="submit" size="md" loading={busy}>
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );
}

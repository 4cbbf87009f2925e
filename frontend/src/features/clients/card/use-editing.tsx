'use client';

import type { Client } from '@smet/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../../shared/api/client';
import { ApiProblem, unwrap } from '../../../shared/api/problems';
import { useCan } from '../../../shared/session/session';
import { clientQuery } from '../queries';
import { heldBy, isSameValue, patchOf, placeOf, withChange } from './client-parts';
import type { ClientChange } from './client-parts';

/** A colleague changed the same part meanwhile; `theirs` is the client as it is now. */
export class EditConflict extends Error {
  constructor(readonly theirs: Client) {
    super('The part was changed by somebody else meanwhile');
    this.name = 'EditConflict';
  }
}

interface Edit {
  readonly change: ClientChange;
  /** What the person saw there; null when it is their own change that is still on its way. */
  readonly seen: ClientChange | null;
  /** Phones another client holds and that this one may have too. */
  readonly sharing?: readonly string[];
}

/** Why a change did not come through; it is not on the screen any more. */
export interface Trouble {
  readonly change: ClientChange;
  readonly error: Error;
}

interface Editing {
  /** The client with what is on its way to the server. */
  client: Client;
  canEdit: boolean;
  save: (change: ClientChange, sharing?: readonly string[]) => void;
  troubleAt: (place: string) => Trouble | undefined;
  dismiss: (place: string) => void;
}

const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('useEditing outside of EditingProvider');
  return editing;
}

type ByPlace<T> = ReadonlyMap<string, T>;
const put = <T,>(map: ByPlace<T>, place: string, value: T): ByPlace<T> => new Map(map).set(place, value);
const without = <T,>(map: ByPlace<T>, place: string): ByPlace<T> =>
  new Map([...map].filter(([known]) => known !== place));

/** Saves one part on the newest version, unless somebody else has changed that part since it was seen. */
function useSendEdit(id: string) {
  const queries = useQueryClient();
  const query = clientQuery(api, id);
  const send = ({ change, sharing }: Edit, version: number): Promise<Client> =>
    unwrap(
      api.PATCH('/api/v1/clients/{id}', { params: { path: { id } }, body: { version, ...patchOf(change, sharing) } }),
    );
  return async (edit: Edit): Promise<Client> => {
    const check = (now: Client) => {
      if (edit.seen && !isSameValue(heldBy(now, edit.change), edit.seen)) throw new EditConflict(now);
    };
    const known = await queries.ensureQueryData(query);
    check(known);
    try {
      return await send(edit, known.version);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'CLIENT.CHANGED') throw error;
      const now = await queries.fetchQuery({ ...query, staleTime: 0 });
      if (!edit.seen) throw new EditConflict(now);
      check(now);
      return send(edit, now.version);
    }
  };
}

/** In-place changes of one client: on the screen at once, saved one after another, rolled back with a reason. */
export function EditingProvider({ client, children }: { client: Client; children: ReactNode }) {
  const queries = useQueryClient();
  const can = useCan();
  const [sent, setSent] = useState<ByPlace<Edit>>(new Map());
  const [troubles, setTroubles] = useState<ByPlace<Trouble>>(new Map());
  const sendEdit = useSendEdit(client.id);
  const { mutate } = useMutation({
    mutationFn: sendEdit,
    scope: { id: `client-${client.id}` },
    onSuccess: (saved) => queries.setQueryData(clientQuery(api, client.id).queryKey, saved),
    onError: (error, { change }) => setTroubles((now) => put(now, placeOf(change), { change, error })),
    onSettled: (_saved, _error, edit) =>
      // A later change of the same place may have been typed meanwhile: that one is still on its way.
      setSent((now) => (now.get(placeOf(edit.change)) === edit ? without(now, placeOf(edit.change)) : now)),
  });
  const save: Editing['save'] = (change, sharing) => {
    const place = placeOf(change);
    const edit: Edit = { change, seen: sent.has(place) ? null : heldBy(client, change), ...(sharing && { sharing }) };
    setTroubles((now) => without(now, place));
    setSent((now) => put(now, place, edit));
    mutate(edit);
  };
  const value: Editing = {
    client: [...sent.values()].reduce((shown, { change }) => withChange(shown, change), client),
    canEdit: can('client:update') && client.deletedAt === null,
    save,
    troubleAt: (place) => troubles.get(place),
    dismiss: (place) => setTroubles((now) => without(now, place)),
  };
  return <EditingContext value={value}>{children}</EditingContext>;
}

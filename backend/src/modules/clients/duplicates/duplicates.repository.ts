import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { queryParams, visibleClients } from '../../visibility/index.js';
import { CLIENT_JOINS, CLIENT_ROW } from '../client-columns.js';
import type { ClientRowDto } from '../dto/client.dto.js';

export interface Wanted {
  /** E.164. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly exceptId: string | null;
}

export type Likely = ClientRowDto & {
  readonly same_phone: boolean;
  readonly same_email: boolean;
  readonly likeness: number;
};

const MOST = 20;

@Injectable()
export class DuplicatesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The likeliest first. */
  list(actor: Actor, { phone, email, name, exceptId }: Wanted): Promise<Likely[]> {
    const { params, param } = queryParams();
    const found = `find_client_duplicates(${param(phone)}, ${param(email)}, ${param(name)}, ${MOST})`;
    const sql = `
      select d.same_phone, d.same_email, d.likeness, ${CLIENT_ROW}
        from ${found} d join clients c on c.id = d.id ${CLIENT_JOINS}
       where c.id is distinct from ${param(exceptId)}::uuid and ${visibleClients(actor, 'c', param)}
       order by d.same_phone desc, d.same_email desc, d.likeness desc, c.id`;
    return this.transactions.read<Likely>(actor, sql, params);
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { forbidden } from '../../platform/http/index.js';
import type { ImportTarget } from './import-target.js';
import { kindUnknown } from './imports.errors.js';

/** The kinds of things that can be imported. Modules register theirs in `onModuleInit`; nothing here knows them. */
@Injectable()
export class ImportTargets {
  private readonly targets = new Map<string, ImportTarget>();

  /** @throws Error when two modules claim one kind */
  register(target: ImportTarget): void {
    if (this.targets.has(target.kind)) throw new Error(`two import targets named ${target.kind}`);
    this.targets.set(target.kind, target);
  }

  /** @throws AppError 422 when there is no such kind */
  get(kind: string): ImportTarget {
    const target = this.targets.get(kind);
    if (!target) throw kindUnknown([...this.targets.keys()]);
    return target;
  }

  /** The target, if the actor may write such things. @throws AppError 403, 422 */
  getFor(actor: Actor, kind: string): ImportTarget {
    const target = this.get(kind);
    if (!actor.permissions.has(target.permission)) throw forbidden('ACCESS.NOT_ALLOWED');
    return target;
  }

  /** Kinds the actor may import; lists of imports show these only. */
  kindsFor(actor: Actor): string[] {
    return [...this.targets.values()]
      .filter(({ permission }) => actor.permissions.has(permission))
      .map(({ kind }) => kind);
  }
}

/** A category as the database has it. */
export interface CategoryNode {
  readonly id: string;
  readonly parent_id: string | null;
  readonly name: string;
}

const SEPARATOR = ' / ';
const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ').trim();

/** The names from the root down, as people write them: "Полотна / ПВХ". */
export function splitPath(path: string): string[] {
  return path
    .split(/[/>→\\]/)
    .map((name) => name.trim().replaceAll(/\s+/g, ' '))
    .filter((name) => name !== '');
}

/** Categories by what tables call them. */
export class CategoryPaths {
  private readonly byPath = new Map<string, string>();
  private readonly byName = new Map<string, string | null>();
  private readonly paths = new Map<string, string>();

  constructor(nodes: readonly CategoryNode[]) {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    for (const node of nodes) {
      const path = pathOf(node, byId);
      this.paths.set(node.id, path);
      if (!this.byPath.has(plain(path))) this.byPath.set(plain(path), node.id);
      this.byName.set(plain(node.name), this.byName.has(plain(node.name)) ? null : node.id);
    }
  }

  pathOf(id: string): string {
    return this.paths.get(id) ?? '';
  }

  /** Whether a table may call it so: several of a name and a parent cannot be told apart. */
  isCalled(id: string, path: string): boolean {
    return this.find(path) === id || plain(this.pathOf(id)) === plain(splitPath(path).join(SEPARATOR));
  }

  /** By its whole path, or by its name alone where only one is called so; null: there is none. */
  find(path: string): string | null {
    const names = splitPath(path);
    const whole = this.byPath.get(plain(path)) ?? this.findWhole(names);
    if (whole !== null) return whole;
    return names.length === 1 ? (this.byName.get(plain(path)) ?? null) : null;
  }

  /** The names from the root down. */
  findWhole(names: readonly string[]): string | null {
    return this.byPath.get(plain(names.join(SEPARATOR))) ?? null;
  }

  /** Known by its path from now on. */
  add(node: CategoryNode): void {
    const parent = node.parent_id === null ? '' : `${this.pathOf(node.parent_id)}${SEPARATOR}`;
    const path = parent + node.name;
    this.paths.set(node.id, path);
    this.byPath.set(plain(path), node.id);
  }
}

function pathOf(node: CategoryNode, byId: ReadonlyMap<string, CategoryNode>): string {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at: CategoryNode | undefined = node; at && !seen.has(at.id); at = byId.get(at.parent_id ?? '')) {
    seen.add(at.id);
    names.unshift(at.name);
  }
  return names.join(SEPARATOR);
}

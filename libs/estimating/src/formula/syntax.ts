import type { Span } from './formula-error.js';
import type { QuantityType } from './types.js';

/** The tree of a formula. Every node knows its place; of an operation it is the place of the operator or function name. */
export type SyntaxNode =
  | (Span & { kind: 'number'; value: number; type: QuantityType; bareZero: boolean })
  | (Span & { kind: 'boolean'; value: boolean })
  | (Span & { kind: 'text'; value: string })
  | (Span & { kind: 'name'; name: string })
  | UnaryNode
  | BinaryNode
  | CallNode;

export interface UnaryNode extends Span {
  kind: 'unary';
  operator: '-' | 'not';
  operand: SyntaxNode;
}

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type BinaryOperator = '+' | '-' | '*' | '/' | 'and' | 'or' | ComparisonOperator;

export interface BinaryNode extends Span {
  kind: 'binary';
  operator: BinaryOperator;
  left: SyntaxNode;
  right: SyntaxNode;
}

export interface CallNode extends Span {
  kind: 'call';
  name: string;
  args: SyntaxNode[];
}

import type { JsonSchema } from '../documents/json-schema.js';
import { planField } from './plan-fields.js';
import type { PlanProblem } from './plan-problem.js';
import type { RoomPlan } from './room-plan.js';

/**
 * JSON Schema of a room's plan, for documentation and foreign clients; fit for an OpenAPI 3.0 document too. parseRoomPlan
 * knows more: the walls of the room, and that nothing is given twice.
 */
export const roomPlanSchema: JsonSchema = planField.schema;

/**
 * Reads the plan of a room with so many walls from outside: structure, bounds and steps of every field, nothing unknown.
 * Whether things lie inside the room, and whether the rule set has the film, is not asked here.
 */
export function parseRoomPlan(
  input: unknown,
  { walls }: { walls: number },
): { ok: true; plan: RoomPlan } | { ok: false; problems: PlanProblem[] } {
  const problems = planField.check(input, '', { walls, isDraft: false });
  return problems.length === 0 ? { ok: true, plan: input as RoomPlan } : { ok: false, problems };
}

import type { DocumentProblem } from '../documents/field.js';

/** What can be wrong with a plan as a document. Texts are the interface's; `params` carry what they need. */
export type PlanProblemCode =
  | 'PLAN_INVALID'
  | 'UNKNOWN_FIELD'
  /** A side the room does not have, or one given twice. */
  | 'SIDE_INVALID'
  | 'TOO_MANY_OBJECTS'
  | 'OBJECT_INVALID'
  | 'PLACE_OUT_OF_RANGE'
  | 'LENGTH_OUT_OF_RANGE'
  | 'ANGLE_OUT_OF_RANGE'
  | 'CANVAS_INVALID'
  | 'REASON_INVALID'
  | 'INSET_INVALID';

/** A problem named at its field, relative to the plan: "sides.0.side", "objects.2.atMm.x". */
export type PlanProblem = DocumentProblem<PlanProblemCode>;

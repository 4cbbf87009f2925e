import type { Point } from '../geometry/point.js';
import type { PlanObject, ProfileKind, RoomPlan, WallMaterial } from '../plan/room-plan.js';
import type { PointMm } from '../shape/room-shape.js';
import { LabelSpace } from './label-space.js';
import { cornerWish, onLineWish, wallWish } from './label-wishes.js';
import type { Outline, OutlineCutout, OutlineEdge } from './outline.js';
import { circlePath, contourPath, pathOf, screenWall, wallPath } from './paths.js';
import type { ScreenWall } from './paths.js';
import { placeLabels } from './place-labels.js';
import type { LabelWish, PlacedLabel } from './place-labels.js';
import type { Segment, Spot } from './screen.js';
import { lineSymbol, pointSymbol } from './symbols.js';
import type { Symbol } from './symbols.js';
import { fitView, snapSpots } from './view.js';
import type { Frame, View } from './view.js';

/** What a drawing shows. */
export interface Drawing {
  outline: Outline;
  plan?: RoomPlan;
  /** Strips and seams of the canvas, when they are to be seen. */
  canvas?: DrawnCanvas | null;
  /** Levels that lie in this room, in metres of its frame. */
  levels?: readonly DrawnLevel[];
}

/** The part of a canvas a drawing needs, in metres of the room's frame. */
export interface DrawnCanvas {
  sheets: readonly { outline: readonly Point[] }[];
  seams: readonly { from: Point; to: Point; lengthM: number }[];
}

export interface DrawnLevel {
  id: string;
  contour: readonly Point[];
  /** Written inside, for example the level's name. */
  label?: string;
}

/** Everything of a drawing in pixels, computed apart from how it is painted. */
export interface Scene {
  state: Outline['state'];
  view: View;
  /** The room with its cut-outs and levels as holes; fill it by the even-odd rule. */
  contour: string;
  walls: SceneWall[];
  diagonals: { index: number; line: Segment; isControl: boolean }[];
  corners: SceneCorner[];
  cutouts: SceneCutout[];
  objects: SceneObject[];
  levels: { id: string; path: string }[];
  strips: { index: number; path: string }[];
  seams: { index: number; line: Segment }[];
  /** `of` is the index of a corner, a wall or a reading. */
  cornerLabels: PlacedLabel[];
  wallLabels: PlacedLabel[];
  diagonalLabels: PlacedLabel[];
}

export interface SceneWall {
  index: number;
  path: string;
  profile: ProfileKind;
  material: WallMaterial | null;
}

export interface SceneCorner extends Spot {
  index: number;
  /** A joint inside a curve: drawn small. */
  isOnCurve: boolean;
}

export interface SceneCutout {
  id: string;
  purpose: OutlineCutout['purpose'];
  path: string;
}

export interface SceneObject extends Symbol {
  id: string;
  kind: PlanObject['kind'];
  /** Its place, or the points of its line. */
  spots: Spot[];
}

const WALL_COST = 14;

/** Lays a drawing out in a picture: coordinates in pixels, labels that keep off one another and off the walls. */
export function composeScene(drawing: Drawing, frame: Frame): Scene {
  const { outline, plan, canvas, levels = [] } = drawing;
  const view = fitView(pointsOf(drawing), outline.lettered, frame);
  const corners = cornerSpots(outline, view);
  const lineOf = ({ corners: [from, to] }: OutlineEdge): Segment => ({ a: corners.get(from)!, b: corners.get(to)! });
  const walls = outline.walls.map((wall) => screenWall(wall, lineOf(wall), view));
  const diagonals = outline.diagonals.map((edge) => ({
    index: edge.index,
    isControl: edge.isControl,
    line: lineOf(edge),
  }));
  const cutouts = outline.cutouts.map((cutout) => sceneCutout(cutout, view));
  const holes = levels.map(({ id, contour }) => ({ id, path: pathOf(contour.map(view.toScreen), true) }));
  const closed = outline.contour.length > 0 ? contourPath(walls) : '';
  return {
    state: outline.state,
    view,
    contour: closed && [closed, ...[...cutouts, ...holes].map(({ path }) => path)].join(''),
    walls: walls.map((wall) => sceneWall(wall, plan)),
    diagonals,
    corners: outline.corners.map(({ index, isOnCurve }) => ({ ...corners.get(index)!, index, isOnCurve })),
    cutouts,
    objects: outline.state === 'scheme' ? [] : (plan?.objects ?? []).map((object) => sceneObject(object, view)),
    levels: holes,
    strips: (canvas?.sheets ?? []).map(({ outline: sheet }, index) => ({
      index,
      path: pathOf(sheet.map(view.toScreen), true),
    })),
    seams: (canvas?.seams ?? []).map(({ from, to }, index) => ({
      index,
      line: { a: view.toScreen(from), b: view.toScreen(to) },
    })),
    ...labelsOf(outline, { view, corners, walls, diagonals }),
  };
}

/** What has to be in the picture. */
function pointsOf({ outline, canvas }: Drawing): Point[] {
  const sheets = (canvas?.sheets ?? []).flatMap(({ outline: sheet }) => [...sheet]);
  return [...outline.corners.map(({ at }) => at), ...outline.contour, ...sheets];
}

/** Where each corner is drawn, by its index. */
type CornerSpots = ReadonlyMap<number, Spot>;

function cornerSpots({ corners, walls }: Outline, view: View): CornerSpots {
  const position = new Map(corners.map(({ index }, at) => [index, at]));
  const spots = snapSpots(
    corners.map(({ at }) => view.toScreen(at)),
    walls.map(({ corners: [from, to] }) => [position.get(from)!, position.get(to)!]),
  );
  return new Map(corners.map(({ index }, at) => [index, spots[at]!]));
}

function sceneWall(wall: ScreenWall, plan: RoomPlan | undefined): SceneWall {
  const attributes = plan?.sides?.find(({ side }) => side === wall.index);
  return {
    index: wall.index,
    path: wallPath(wall),
    profile: attributes?.profile ?? 'ordinary',
    material: attributes?.wall ?? null,
  };
}

function sceneCutout({ id, purpose, contour, circle }: OutlineCutout, view: View): SceneCutout {
  const path = circle
    ? circlePath(view.toScreen(circle.centre), circle.radiusM * view.scale)
    : pathOf(contour.map(view.toScreen), true);
  return { id, purpose, path };
}

const inMetres = ({ x, y }: PointMm): Point => ({ x: x / 1000, y: y / 1000 });

function sceneObject(object: PlanObject, view: View): SceneObject {
  const { id, kind } = object;
  if ('atMm' in object) {
    const at = view.toScreen(inMetres(object.atMm));
    return { id, kind, spots: [at], ...pointSymbol(object.kind, at, view.scale) };
  }
  const spots = object.pointsMm.map((point) => view.toScreen(inMetres(point)));
  return { id, kind, spots, ...lineSymbol(object.kind, spots, view.scale) };
}

interface Lines {
  view: View;
  corners: CornerSpots;
  walls: readonly ScreenWall[];
  diagonals: readonly { index: number; line: Segment }[];
}

function labelsOf(outline: Outline, { view, corners, walls, diagonals }: Lines) {
  const { isMirrored, box: frame } = view;
  const space = new LabelSpace(frame);
  for (const { along } of walls) {
    along.slice(1).forEach((b, index) => space.addLine({ a: along[index]!, b }, WALL_COST));
  }
  const spotAt = (position: number): Spot => corners.get(outline.corners.at(position % outline.corners.length)!.index)!;
  const letters = outline.corners.map((corner, position) =>
    cornerWish(corner, { before: spotAt(position - 1), at: spotAt(position), after: spotAt(position + 1) }, isMirrored),
  );
  const lengths = outline.walls.map(({ label, arc }, position) =>
    wallWish({
      wall: walls[position]!,
      text: arc ? `${label} · ${arc.label}` : label,
      isMirrored,
      frame,
      outside: 0,
    }),
  );
  const inner = outline.diagonals.map(({ label }, position) =>
    onLineWish(diagonals[position]!.line, label, diagonals[position]!.index),
  );
  return {
    cornerLabels: placeLabels(letters, space),
    wallLabels: placeLabels(
      lengths.filter((wish): wish is LabelWish => wish !== null),
      space,
    ),
    diagonalLabels: placeLabels(inner, space),
  };
}

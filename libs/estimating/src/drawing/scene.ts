import type { Point } from '../geometry/point.js';
import type { PlanObject, ProfileKind, RoomPlan, WallMaterial } from '../plan/room-plan.js';
import type { PointMm } from '../shape/room-shape.js';
import { screenAngle } from './angles.js';
import { screenDimension } from './dimensions.js';
import type { Dimension } from './dimensions.js';
import { cutoutStrokes } from './hatch.js';
import type { Outline, OutlineCutout, OutlineEdge } from './outline.js';
import { circlePath, contourPath, pathOf, screenWall, segmentsPath, wallPath } from './paths.js';
import type { ScreenWall } from './paths.js';
import { labelScene } from './scene-labels.js';
import type { SceneLabels } from './scene-labels.js';
import type { Box, Segment, Spot } from './screen.js';
import { MATERIAL_DEPTH, materialPath, profileLine } from './side-marks.js';
import { lineSymbol, pointSymbol } from './symbols.js';
import type { ObjectSymbol } from './symbols.js';
import { extentOf, fitView, snapSpots } from './view.js';
import type { Frame, View } from './view.js';

/** What a drawing shows. */
export interface Drawing {
  outline: Outline;
  plan?: RoomPlan;
  /** Strips and seams of the canvas, when they are to be seen. */
  canvas?: DrawnCanvas | null;
  /** Levels that lie in this room, in metres of its frame. */
  levels?: readonly DrawnLevel[];
  /** Distances to be shown, such as those of a lamp to the walls. */
  dimensions?: readonly Dimension[];
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
export interface Scene extends SceneLabels {
  state: Outline['state'];
  view: View;
  /** The room with its cut-outs and levels as holes; fill it by the even-odd rule. */
  contour: string;
  walls: SceneWall[];
  diagonals: { index: number; line: Segment; isControl: boolean }[];
  /** Small arcs at the corners whose angle was measured. */
  angles: { index: number; path: string }[];
  corners: SceneCorner[];
  cutouts: SceneCutout[];
  objects: SceneObject[];
  levels: { id: string; path: string }[];
  dimensions: { of: string; line: Segment; ticks: [Segment, Segment] }[];
  strips: { index: number; path: string }[];
  seams: { index: number; line: Segment }[];
}

export interface SceneWall {
  index: number;
  path: string;
  profile: ProfileKind;
  /** A line beside the wall inside the room; empty for an ordinary profile. */
  profilePath: string;
  material: WallMaterial | null;
  /** Strokes outside the wall; empty when nothing is known of it. */
  materialPath: string;
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
  /** Strokes inside it. */
  hatch: string;
  extent: Box;
}

export interface SceneObject extends ObjectSymbol {
  id: string;
  kind: PlanObject['kind'];
  /** Its place, or the points of its line. */
  spots: Spot[];
}

/** Lays a drawing out in a picture: coordinates in pixels, labels that keep off one another and off the walls. */
export function composeScene(drawing: Drawing, frame: Frame): Scene {
  const { outline } = drawing;
  const view = fitView(pointsOf(drawing), outline.lettered, frame);
  const drawn = draw(drawing, view);
  const { corners, walls, sides, diagonals, angles, cutouts, objects, levels, dimensions, strips, seams } = drawn;
  const closed = outline.contour.length > 0 ? contourPath(walls) : '';
  return {
    state: outline.state,
    view,
    contour: closed && [closed, ...[...cutouts, ...levels].map(({ path }) => path)].join(''),
    walls: sides.map(({ outside: _outside, profileLine: line, ...side }) => ({ ...side, profilePath: pathOf(line) })),
    diagonals,
    angles: angles.map(({ index, path }) => ({ index, path })),
    corners: outline.corners.map(({ index, isOnCurve }) => ({ ...corners.get(index)!, index, isOnCurve })),
    cutouts,
    objects,
    levels: levels.map(({ id, path }) => ({ id, path })),
    dimensions: dimensions.map(({ of, line, ticks }) => ({ of, line, ticks })),
    strips: strips.map(({ index, spots }) => ({ index, path: pathOf(spots, true) })),
    seams: seams.map(({ index, line }) => ({ index, line })),
    ...labelScene(drawn),
  };
}

/** Everything but the texts. */
function draw({ outline, plan, canvas, levels, dimensions }: Drawing, view: View) {
  const corners = cornerSpots(outline, view);
  const lineOf = ({ corners: [from, to] }: OutlineEdge): Segment => ({ a: corners.get(from)!, b: corners.get(to)! });
  const walls = outline.walls.map((wall) => screenWall(wall, lineOf(wall), view));
  const objects = outline.state === 'scheme' ? [] : (plan?.objects ?? []);
  return {
    outline,
    view,
    corners,
    walls,
    sides: walls.map((wall) => drawnSide(wall, plan, view)),
    diagonals: outline.diagonals.map((edge) => ({ index: edge.index, isControl: edge.isControl, line: lineOf(edge) })),
    angles: outline.angles.map((angle) => screenAngle(angle, view)),
    cutouts: outline.cutouts.map((cutout) => sceneCutout(cutout, view)),
    objects: objects.map((object) => sceneObject(object, view)),
    levels: (levels ?? []).map(({ id, contour, label = '' }) => {
      const spots = contour.map(view.toScreen);
      return { id, label, spots, path: pathOf(spots, true) };
    }),
    dimensions: (dimensions ?? []).map((dimension) => screenDimension(dimension, view)),
    strips: (canvas?.sheets ?? []).map((sheet, index) => ({ index, spots: sheet.outline.map(view.toScreen) })),
    seams: (canvas?.seams ?? []).map(({ from, to, lengthM }, index) => ({
      index,
      lengthM,
      line: { a: view.toScreen(from), b: view.toScreen(to) },
    })),
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

function drawnSide(wall: ScreenWall, plan: RoomPlan | undefined, { isMirrored }: View) {
  const attributes = plan?.sides?.find(({ side }) => side === wall.index);
  const profile = attributes?.profile ?? 'ordinary';
  const material = attributes?.wall ?? null;
  return {
    index: wall.index,
    path: wallPath(wall),
    profile,
    profileLine: profile === 'ordinary' ? [] : profileLine(wall, isMirrored),
    material,
    materialPath: material ? materialPath(wall, material, isMirrored) : '',
    /** Pixels the material takes outside the wall. */
    outside: material ? MATERIAL_DEPTH : 0,
  };
}

function sceneCutout({ id, purpose, contour, circle }: OutlineCutout, view: View): SceneCutout {
  const spots = contour.map(view.toScreen);
  const path = circle ? circlePath(view.toScreen(circle.centre), circle.radiusM * view.scale) : pathOf(spots, true);
  return { id, purpose, path, hatch: segmentsPath(cutoutStrokes(spots, purpose)), extent: extentOf(spots) };
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

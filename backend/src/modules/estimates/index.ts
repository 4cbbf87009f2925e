export { EstimatesModule } from './estimates.module.js';
export { EstimateDto } from './dto/estimate.dto.js';
export { roomDocuments } from './dto/room-documents.js';
export { VersionNumberParam } from './version-number.js';
export { EstimateVersions } from './versions/estimate-versions.service.js';
export type { Presented } from './versions/presented.js';
export type { LockedVersionRow } from './versions/versions.repository.js';
export { DrawingQueryDto } from './drawing/drawing-query.dto.js';
export { RoomDrawingService } from './drawing/room-drawing.service.js';

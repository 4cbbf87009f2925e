/** Message keys cannot hold points: `ORDER.STAGE_NOT_ALLOWED` is looked up as `ORDER_STAGE_NOT_ALLOWED`. */
export function problemKey(code: string): string {
  return code.replaceAll('.', '_').toUpperCase();
}

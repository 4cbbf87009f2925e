import classes from './skeleton-rows.module.css';

/** Grey bars that appear only when waiting is long enough to be noticed. */
export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  return (
    <div className={classes.rows} aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row} />
      ))}
    </div>
  );
}

import type { Tag } from '@smet/api-client';
import classes from './tags.module.css';

export function Tags({ tags }: { tags: readonly Tag[] }) {
  return (
    <span className={classes.tags}>
      {tags.map((tag) => (
        <span key={tag.id} className={classes.tag}>
          {tag.name}
        </span>
      ))}
    </span>
  );
}

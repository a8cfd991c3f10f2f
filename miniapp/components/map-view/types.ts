import type { Output } from '#shared/contract';
import type { Position } from './projection';

export type MapShape = NonNullable<Output<'tickets.get'>['grid']>;

/** An outline on the map. `weight` from 0 to 1 deepens its colour (heat); `quiet` outlines are background. */
export interface DrawnShape extends MapShape {
  code?: string;
  weight?: number;
  selected?: boolean;
  quiet?: boolean;
}

export interface Pin extends Position {
  id: string;
  label: string;
  tone?: 'jade' | 'amber' | 'red';
}

export interface MapViewProps {
  shapes: readonly DrawnShape[];
  pins?: readonly Pin[];
  /** Width to height of the drawing; 2.6 is the strip on a card. */
  aspect?: number;
  /** Writes each outline's label into it. */
  names?: boolean;
  /** What the map shows, in words, for those who do not see it. */
  label: string;
  onPick?: (position: Position) => void;
  onPin?: (id: string) => void;
}

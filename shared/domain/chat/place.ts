/** A GCJ-02 position. */
export interface Pin {
  readonly lng: number;
  readonly lat: number;
}

/** A place of a report. `label` is what people read; codes as far as it could be found out. `inScope` is false outside the desk's towns. */
export interface Place {
  readonly label: string;
  /** The label without landmark, when it has one. */
  readonly base?: string;
  readonly townCode?: string;
  readonly villageCode?: string;
  readonly gridCode?: string;
  /** The villagers' group as said: 三组. */
  readonly group?: string;
  readonly position?: Pin;
  readonly inScope: boolean;
  readonly source: 'said' | 'pinned' | 'chosen' | 'home';
}

/** A row of the category table, as far as the talk needs it. */
export interface CategoryChoice {
  readonly code: string;
  readonly name: string;
  readonly sensitive: boolean;
}

/** How the talk is held. */
export type ChatMode = 'BOT' | 'QUEUED' | 'HUMAN';

type Size = {
  readonly file: string;
  readonly what: string;
  readonly bytes: number;
  readonly most: number;
  readonly isWithin: boolean;
};

export declare function sizes(folder: string): Size[];

export declare const budgets: readonly {
  readonly what: string;
  readonly name: RegExp;
  readonly most: number;
}[];

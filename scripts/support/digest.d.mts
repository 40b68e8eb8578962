export declare function digestOf(folder: string, paths: string[]): string;

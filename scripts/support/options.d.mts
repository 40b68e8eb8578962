export declare const stepNames: string[];
export declare function parseTestOptions(args: string[]): { steps: string[] } | { problem: string };

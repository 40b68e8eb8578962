export declare function electronExecutable(): string | undefined;
export declare function electronUnavailable(): string | undefined;
export declare function electronProblem(): Promise<string | undefined>;

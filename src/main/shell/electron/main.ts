import { runApplication } from "./application.ts";

runApplication(import.meta.dirname);

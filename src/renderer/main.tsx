import { bridge } from "./firstCalls.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./app/theme/styles.ts";
import { App } from "./app/App.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root");
createRoot(root).render(
  <StrictMode>
    <App bridge={bridge} />
  </StrictMode>,
);

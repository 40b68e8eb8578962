import { createTheme, type MantineThemeOverride } from "@mantine/core";
import { accent, dark, gray, red } from "./colors.ts";
import { components } from "./components.ts";

/** Longest motion anywhere in the product, in milliseconds. */
export const motion = 120;

const inter = "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', sans-serif";

export const theme: MantineThemeOverride = createTheme({
  colors: { accent, red, gray, dark },
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 6 },
  black: "#1b1c20",
  autoContrast: false,
  respectReducedMotion: true,
  focusRing: "auto",
  cursorType: "pointer",
  activeClassName: "",
  fontFamily: inter,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.8125rem", lg: "0.9375rem", xl: "1.25rem" },
  lineHeights: { xs: "1.35", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.4" },
  spacing: { xs: "0.25rem", sm: "0.5rem", md: "0.75rem", lg: "1rem", xl: "1.5rem" },
  defaultRadius: "md",
  radius: { xs: "0.25rem", sm: "0.25rem", md: "0.375rem", lg: "0.5rem", xl: "0.75rem" },
  shadows: {
    xs: "none",
    sm: "none",
    md: "var(--od-shadow)",
    lg: "var(--od-shadow)",
    xl: "var(--od-shadow)",
  },
  headings: {
    fontFamily: inter,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.25rem", lineHeight: "1.4" },
      h2: { fontSize: "0.9375rem", lineHeight: "1.5" },
      h3: { fontSize: "0.8125rem", lineHeight: "1.5" },
      h4: { fontSize: "0.8125rem", lineHeight: "1.5" },
      h5: { fontSize: "0.8125rem", lineHeight: "1.5" },
      h6: { fontSize: "0.75rem", lineHeight: "1.5" },
    },
  },
  components: components(motion),
});

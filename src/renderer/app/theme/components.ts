import type { MantineThemeOverride } from "@mantine/core";
import { escapeCloses } from "#renderer/ui/keyboard/escapeCloses.ts";

/** How Mantine's parts behave here: 32 px controls, one shadow, nothing moves longer than `duration` ms. */
export function components(duration: number): NonNullable<MantineThemeOverride["components"]> {
  const floating = { transitionProps: { transition: "fade", duration }, shadow: "md", withinPortal: true };
  const control = {
    vars: (_theme: unknown, props: { size?: unknown }) =>
      props.size === undefined || props.size === "sm" ? { wrapper: { "--input-height": "32px" } } : {},
  };
  return {
    Button: { vars: buttonVars },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
    Input: control,
    Tooltip: {
      defaultProps: {
        openDelay: 300,
        transitionProps: { transition: "fade", duration },
        events: { hover: true, focus: true, touch: true },
        multiline: true,
        maw: 320,
        fz: "xs",
      },
      styles: {
        tooltip: { padding: "5px 8px", color: "#ffffff", background: "light-dark(#26272c, #3b3c43)" },
      },
    },
    Popover: { defaultProps: floating },
    Menu: {
      // Whatever Menu does not know goes to its button.
      defaultProps: {
        ...floating,
        loop: true,
        radius: "lg",
        withInitialFocusPlaceholder: false,
        onKeyDown: escapeCloses,
      },
      styles: { item: { padding: "5px 8px", borderRadius: 5 } },
    },
    HoverCard: { defaultProps: floating },
    // Hundreds of time zones and languages stay out of the page until somebody opens their list.
    Combobox: { defaultProps: { ...floating, keepMounted: false } },
    Modal: {
      defaultProps: {
        transitionProps: { transition: "fade", duration },
        shadow: "md",
        radius: "lg",
        overlayProps: { backgroundOpacity: 0.4, blur: 0 },
      },
    },
    Collapse: { defaultProps: { transitionDuration: duration } },
    Switch: { defaultProps: { size: "sm", withThumbIndicator: false } },
    Checkbox: { defaultProps: { size: "xs", radius: "xs" } },
    Loader: { defaultProps: { size: "sm" } },
    Skeleton: { defaultProps: { radius: "sm" } },
    Divider: { defaultProps: { color: "var(--od-hairline)" } },
    Paper: { defaultProps: { shadow: "none", withBorder: true } },
    Table: { defaultProps: { verticalSpacing: "sm", horizontalSpacing: "md" } },
  };
}

function buttonVars(_theme: unknown, props: { size?: unknown }) {
  const small = props.size === "xs" || props.size === "compact-xs";
  const compact = { "--button-height": "26px", "--button-padding-x": "8px" };
  const regular = { "--button-height": "32px", "--button-padding-x": "12px" };
  return { root: { ...(small ? compact : regular), "--button-fz": small ? "12px" : "13px" } };
}

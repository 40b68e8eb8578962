import { NavLink } from "react-router";
import classes from "./Tabs.module.css";

interface TabsProps {
  /** Names the row of tabs to assistive technology. */
  readonly label: string;
  readonly tabs: readonly { readonly to: string; readonly label: string }[];
}

/** The pages of some settings, as links, so that each has its address. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav className={classes["tabs"]} aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end className={classes["tab"] ?? ""}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}

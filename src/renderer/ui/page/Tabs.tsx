import { NavLink } from "react-router";
import classes from "./Tabs.module.css";

interface Tab {
  readonly to: string;
  readonly label: string;
  /** Also marked on the pages below its address. */
  readonly covers?: boolean;
}

interface TabsProps {
  /** Names the row of tabs to assistive technology. */
  readonly label: string;
  readonly tabs: readonly Tab[];
}

/** The pages of one place, as links, so that each has its address. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav className={classes["tabs"]} aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={!tab.covers} className={classes["tab"] ?? ""}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}

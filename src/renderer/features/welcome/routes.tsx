import type { RouteObject } from "react-router";
import { RequestReset } from "./account/RequestReset.tsx";
import { ResetPassword } from "./account/ResetPassword.tsx";
import { SignIn } from "./account/SignIn.tsx";
import { SignUp } from "./account/SignUp.tsx";
import { VerifySignUp } from "./account/VerifySignUp.tsx";
import { OpenInvitation } from "./invitation/OpenInvitation.tsx";
import { places } from "./places.ts";
import { Welcome } from "./Welcome.tsx";

/** Everything before the sign-in. Any other address waits behind the sign-in and stays what it is. */
export const routes: RouteObject[] = [
  {
    element: <Welcome />,
    children: [
      { path: places.signUp, element: <SignUp /> },
      { path: places.verify, element: <VerifySignUp /> },
      { path: places.reset, element: <RequestReset /> },
      { path: places.newPassword, element: <ResetPassword /> },
      { path: places.invitation, element: <OpenInvitation /> },
      { path: "*", element: <SignIn /> },
    ],
  },
];

/** What stands without a script too: how an invitation is answered. The script fills in the rest. */
export const invitePage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Your invitation · Orgdesk</title>
<link rel="stylesheet" href="/invite.css">
<script src="/invite.js" defer></script>
</head>
<body>
<main>
<p class="brand"><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><rect width="24" height="24" rx="6"/><circle cx="9.5" cy="12" r="4.75"/><circle cx="14.5" cy="12" r="4.75" stroke-opacity="0.65"/><circle class="dot" cx="12" cy="12" r="1.5"/></svg>Orgdesk</p>
<article>
<h1 id="title" dir="auto">Open your invitation in Orgdesk</h1>
<div id="offer" hidden aria-live="polite">
<p id="who" dir="auto"></p>
<p id="role" class="quiet" dir="auto"></p>
<blockquote id="message" dir="auto" hidden></blockquote>
<p id="until" class="quiet"></p>
<a id="open" class="button">Open in Orgdesk</a>
</div>
<p id="ended" role="status" hidden></p>
</article>
<section id="how">
<h2 id="else">How to answer it</h2>
<ol>
<li>Start Orgdesk. <span id="where">Ask whoever invited you where to get it.</span></li>
<li>Where it asks for a server, enter <code id="server">the address of this page</code></li>
<li>Choose <b>Open an invitation link</b> and paste this page's whole address. <button id="copy" type="button" hidden>Copy the address</button></li>
<li>Sign in, or create an account, <span id="account">with the address that the invitation was sent to</span>, and accept.</li>
</ol>
<p class="quiet">The part after # in this page's address works once and is yours alone. Hand it to nobody.</p>
</section>
</main>
</body>
</html>
`;

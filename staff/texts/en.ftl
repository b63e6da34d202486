# Staff: people, passwords, sign-in, roles.

staff-address-refused = “{ $address }” is not an email address. Nobody was added. Check it and try again.
staff-name-refused = The name is empty or longer than { $most } characters. Nothing was saved. Enter the name that colleagues know.
staff-audit-entries-changed = Entries of the audit log were deleted while they were being sealed. Nothing was sealed; the next try is in a minute.
staff-language-refused = Staff pages do not exist in the language “{ $language }”. Nothing was saved. Choose one of these: { $known }.
staff-user-exists = There is already a user with the address { $address }. Nothing was changed. Use that account, or another address.
staff-user-unknown = There is no user with the address “{ $address }”. Nothing was changed. Check the address.
staff-user-disabled = The account of { $name } is disabled. Nothing was changed.
staff-user-deleted = The account of { $name } was deleted. Nothing was changed. If they work here again, add them anew.
staff-password-too-short = The password is shorter than { $least } characters. Nothing was saved. Choose a longer one; four or five unrelated words are a good choice.
staff-password-too-long = The password is longer than { $most } characters. Nothing was saved. Choose a shorter one.
staff-password-like-the-person = The password is too similar to the person’s name or address. Nothing was saved. Choose one that has nothing to do with them.
staff-password-common = This password is easy to guess: it is common, or follows a pattern. Nothing was saved. Choose four or five unrelated words.
staff-password-present-wrong = The present password is wrong. Nothing was changed. Type the one that you signed in with.
staff-password-changed-meanwhile = Your account was changed in the meantime. Nothing was changed now. Load the page again.
staff-sign-in-refused = The address or the password is wrong. Check both and try again. After ten wrong passwords you have to wait a while, even with the right one. If you are certain that both are right, somebody may be trying to guess your password: use a device that you have signed in from before, or ask the person who runs Bilten for a sign-in link.
staff-sign-in-wait = { $minutes ->
    [one] There were too many wrong passwords or codes from your connection. Nothing was changed. Try again in one minute.
   *[other] There were too many wrong passwords or codes from your connection. Nothing was changed. Try again in { $minutes } minutes.
  }
staff-sign-in-busy = Too many people are signing in right now. Nothing was changed. Try again in a moment.
staff-second-factor-refused = The code is wrong, too old, or was used before. Nothing was changed. Wait for the next code in the app and enter that one. After ten wrong codes you have to wait a while, even with the right one.
staff-second-factor-not-confirmed = The code does not fit this key. Nothing was saved. Enter the code that the app shows for it now; if it is refused again, check that the time on your phone is right.
staff-second-factor-late = It took too long to enter the code, or the password was changed in the meantime. Nothing was changed. Sign in again.
staff-second-factor-exists = A second factor is set up already. Nothing was changed.
staff-second-factor-gone = There is no second factor any more. Nothing was changed. Load the page again.
staff-second-factor-none = { $name } has no second factor. Nothing was changed.
staff-second-factor-missing = Your role now needs a second factor. Nothing was saved. Set it up first, then enter this again.
staff-reset-address-refused = “{ $address }” is not an email address. Nothing was sent. Check it and try again.
staff-reset-wait = { $minutes ->
    [one] There were too many requests for a new password from your connection. Nothing was sent now. Try again in one minute.
   *[other] There were too many requests for a new password from your connection. Nothing was sent now. Try again in { $minutes } minutes.
  }
staff-role-too-low = Your role does not allow this. Nothing was changed. Ask a colleague { $needed ->
    [admin] who is an administrator
    [approver] who may approve campaigns
    [sender] who may send campaigns
    [keeper] who may see protected lists
   *[author] who may edit campaigns
 } to do it.
staff-roles-none = No role is chosen. Nothing was changed. Tick at least one; disable the account of somebody who no longer works here.
staff-set-up-over = There is an administrator already, so this address is no longer good. Nothing was changed. Sign in, or ask an administrator.
staff-set-up-link-refused = This address is not valid, too old, or was replaced by a newer one. Nothing was changed. Run “bilten init” on the server, which prints a new one.
staff-user-oneself = This is your own account. Nothing was changed. Ask another administrator, so that nobody locks themselves out.
staff-user-last-administrator = { $name } is the only administrator who can sign in. Nothing was changed. Make somebody else an administrator first.
staff-password-link-refused = This link is not valid, has been used, is too old, or a newer one has replaced it. Nothing was changed. Ask an administrator for a new one.

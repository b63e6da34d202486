# Staff: people, passwords, sign-in, roles.

staff-address-refused = “{ $address }” is not an e-mail address. Nobody was added. Check it and try again.
staff-name-refused = The name is empty or longer than { $most } characters. Nobody was added. Give the name as colleagues know it.
staff-language-refused = Staff pages do not exist in the language “{ $language }”. Nobody was added. Choose one of these: { $known }.
staff-user-exists = Somebody with the address { $address } is here already. Nothing was changed. Use that account, or another address.
staff-user-unknown = Nobody with the address “{ $address }” works here. Nothing was changed. Check the address.
staff-user-disabled = The account of { $name } is disabled. Nothing was changed.
staff-password-too-short = The password is shorter than { $least } characters. Nothing was saved. Take a longer one; four or five unrelated words do well.
staff-password-too-long = The password is longer than { $most } characters. Nothing was saved. Take a shorter one.
staff-password-like-the-person = The password can be read off the person’s name or address. Nothing was saved. Take one that has nothing to do with them.
staff-password-common = This password is among the first that would be tried: it is a common one, or made of a pattern. Nothing was saved. Take four or five unrelated words.
staff-sign-in-refused = The address and the password do not go together. Check both and try again. After ten wrong passwords you have to wait a while, even with the right one. If you are certain that both are right, somebody may be guessing at your account: use a device from which you have signed in before, or ask whoever runs Bilten for a link to sign in with.
staff-sign-in-wait = { $minutes ->
    [one] There were too many wrong passwords from your connection. Nothing was changed. Try again in one minute.
   *[other] There were too many wrong passwords from your connection. Nothing was changed. Try again in { $minutes } minutes.
  }
staff-sign-in-busy = Too many people are signing in right now. Nothing was changed. Try again in a moment.
staff-role-too-low = Your role does not allow this. Nothing was changed. Ask a colleague { $needed ->
    [admin] who is an administrator
    [approver] who may approve campaigns
   *[editor] who may edit campaigns
 } to do it.

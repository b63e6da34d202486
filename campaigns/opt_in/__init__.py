"""Double opt-in and welcome mails: sent one by one, apart from any campaign."""

### providers

delivery-wrong-recipient = Delivery { $delivery } was about to go to somebody it was not written for. Nothing was sent. The campaign has been stopped; please tell whoever maintains Bilten, because this must not happen.
delivery-recipient-twice = Delivery { $delivery } would have gone to an address that is in the same batch already. Nothing was sent. The campaign has been stopped; please tell whoever maintains Bilten.
delivery-header-refused = The header field “{ $header }” contains a line break or a character that has no place in a header. Nothing was sent. Correct the text it is made of (subject, sender’s name, list name) and try again.
delivery-provider-transient = The provider did not take the message this time: { $detail }. Nothing was lost; it is tried again by itself.
delivery-provider-content-rejected = The provider refuses the content: { $detail }. Nobody was sent this batch. Correct the campaign, then resume it.
delivery-provider-misconfigured = The provider does not accept this sender: { $detail }. Nothing was sent and nothing was lost. Check the provider’s address, key and the sender’s domain, then resume the sender.
delivery-provider-quota-spent = The provider’s quota is spent: { $detail }. What is left waits. Raise the quota or wait until it is renewed, then resume the sender.
delivery-provider-outcome-unknown = Nobody knows yet whether the provider took the messages: { $detail }. They are not sent again blindly. Bilten keeps looking for evidence; if there is none, you decide.
delivery-provider-unknown = There is no provider named “{ $provider }”. Choose one of these: { $known }.
delivery-provider-without-webhooks = The provider “{ $provider }” posts no events, so it has no webhook address.
delivery-webhook-unsigned = This request is not signed by the provider. Nothing was changed. If it did come from the provider, compare the webhook secret there with the one in the settings.
delivery-webhook-too-old = The signature of this request is more than five minutes away from our clock. Nothing was changed. Check that the clock of this machine is right; the provider will try again.
delivery-webhook-unreadable = The event { $receipt } is signed by the provider, but not of the shape that the provider documents. It has been kept as it came. Please tell whoever maintains Bilten.
delivery-webhook-secret-unreadable = { $setting } is not a webhook secret. Copy it from the provider’s page for the webhook; it begins with “whsec_”.

# الإرسال: ما يقرؤه القرّاء.

delivery-status-queued = في الانتظار
delivery-status-sending = يجري الإرسال
delivery-status-in_doubt = غير مؤكَّد
delivery-status-accepted = أُرسلت
delivery-status-rejected = مرفوضة
delivery-status-failed = تعذّر الإرسال
delivery-status-skipped = لم تُرسل
delivery-status-cancelled = أُلغيت

delivery-outcome-pending = لا خبر بعد
delivery-outcome-deferred = تأخّرت في الطريق
delivery-outcome-delivered = سُلّمت
delivery-outcome-bounced = عادت من دون تسليم
delivery-outcome-complained = عُلّمت على أنها غير مرغوب فيها

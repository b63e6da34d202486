# ارسال: نوشته‌های خوانندگان.

delivery-status-queued = در انتظار
delivery-status-sending = در حال ارسال
delivery-status-in_doubt = نامعلوم
delivery-status-accepted = فرستاده شد
delivery-status-rejected = پذیرفته نشد
delivery-status-failed = فرستاده نشد
delivery-status-skipped = کنار گذاشته شد
delivery-status-cancelled = لغو شد

delivery-outcome-pending = هنوز خبری نیست
delivery-outcome-deferred = در راه مانده است
delivery-outcome-delivered = تحویل شد
delivery-outcome-bounced = برگشت خورد
delivery-outcome-complained = هرزنامه اعلام شد

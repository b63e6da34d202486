### آنچه خوانندگان در پیام می‌بینند.

templates-kind = { $kind ->
    [statement] بیانیه
    [report_summary] خلاصهٔ گزارش
    [project] پروژه
    [publication] انتشارات
    [journal] نشریه
    [event] رویداد
    [appeal] فراخوان
    [correction] تصحیح
   *[page] پیش‌زمینه
}
templates-kinds = { $kind ->
    [statement] بیانیه‌ها
    [report_summary] خلاصهٔ گزارش‌ها
    [project] پروژه‌ها
    [publication] انتشارات
    [journal] نشریه‌ها
    [event] رویدادها
    [appeal] فراخوان‌ها
    [correction] تصحیح‌ها
   *[page] پیش‌زمینه
}
templates-in-language = { $code ->
    [en] به انگلیسی
    [sl] به اسلوونیایی
    [ar] به عربی
    [fa] به فارسی
    [hr] به کرواتی
    [bs] به بوسنیایی
    [sr] به صربی
    [de] به آلمانی
    [it] به ایتالیایی
    [fr] به فرانسوی
   *[other] به زبان { $name }
}
templates-contents = در این شماره
templates-read-on = ادامهٔ مطلب
templates-read-on-website = در وب‌سایت ما بخوانید
templates-pdf = PDF
templates-pdf-open = دربارهٔ آن بخوانید و دریافت کنید
templates-cover-of = جلد «{ $title }»
templates-pdf-facts = { $pages } صفحه، { $size }
templates-pdf-size = { $size }
templates-megabytes = { $size } مگابایت
templates-kilobytes = { $size } کیلوبایت
templates-read = بخوانید
templates-download = دریافت PDF
templates-partners = همکاران
templates-when = زمان
templates-where = مکان
templates-how-to-come = مسیر رسیدن
templates-about-event = بیشتر دربارهٔ رویداد
templates-day-and-hour = { $day }، { $hour }
templates-from-hour-to-hour = از ساعت { $first } تا { $last }
templates-from-day-to-day = از { $first } تا { $last }
templates-act = شرکت کنید
templates-until = آخرین روز: { $date }
templates-counter = { $count } نفر تاکنون شرکت کرده‌اند
templates-counter-of = { $count } نفر تاکنون شرکت کرده‌اند؛ هدف { $goal } نفر است
templates-counted-on = شمارش در { $date }.
templates-was-wrong = آنچه نادرست بود
templates-is-right = آنچه درست است
templates-corrects = این تصحیح مربوط است به:
templates-read-online = خواندن در وب
templates-website = وب‌سایت
templates-why = این پیام را دریافت می‌کنید، چون مشترک «{ $list }» هستید.
templates-unsubscribe = لغو اشتراک
templates-unsubscribe-text = اگر دیگر نمی‌خواهید این پیام‌ها را دریافت کنید، اینجا اشتراک خود را لغو کنید:
templates-preferences = تنظیمات
templates-preferences-text = برای تغییر زبان پیام‌ها، نام یا فهرست‌ها:

templates-confirm-subject = لطفاً اشتراک خود را تأیید کنید: { $list }
templates-confirm-preheader = یک قدم مانده است: تأیید کنید که این درخواست از شما بوده است.
templates-confirm-heading = لطفاً اشتراک خود را تأیید کنید
templates-confirm-asked = کسی، امیدواریم خود شما، این نشانی را برای «{ $list }» ثبت کرده است.
templates-confirm-do = اگر شما بوده‌اید، لطفاً تأیید کنید. تا پیش از آن برایتان چیزی نمی‌فرستیم.
templates-confirm-button = بله، می‌خواهم مشترک شوم
templates-confirm-text = برای تأیید، این نشانی را باز کنید:
templates-confirm-ignore = اگر این درخواست از شما نبوده است، لازم نیست کاری کنید. دیگر به شما پیامی نخواهیم فرستاد.
templates-confirm-link-fallback = اگر دکمه کار نمی‌کند، این نشانی را در مرورگر خود باز کنید:

templates-welcome-subject = خوش آمدید: { $list }
templates-welcome-preheader = اشتراک شما تأیید شد.
templates-welcome-heading = خوش آمدید
templates-welcome-done = اشتراک شما در «{ $list }» تأیید شد. سپاسگزاریم.
templates-welcome-promise = تنها زمانی می‌نویسیم که حرفی برای گفتن باشد، و نشانی شما را به هیچ‌کس نمی‌دهیم.
templates-welcome-leave = هر زمان که بخواهید می‌توانید با یک کلیک اشتراک خود را لغو کنید:
templates-welcome-visit = از وب‌سایت ما دیدن کنید

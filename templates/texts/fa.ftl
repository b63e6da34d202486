### آنچه خوانندگان در پیام می‌بینند.

templates-kind = { $kind ->
    [statement] بیانیه
    [report_summary] خلاصهٔ گزارش
    [project] پروژه
    [publication] انتشارات
    [journal] نشریه
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
templates-pdf-open = باز کردن PDF
templates-pdf-facts = { $pages } صفحه، { $size }
templates-pdf-size = { $size }
templates-megabytes = { $size } مگابایت
templates-kilobytes = { $size } کیلوبایت
templates-read-online = خواندن در وب
templates-website = وب‌سایت
templates-why = این پیام را دریافت می‌کنید، چون مشترک «{ $list }» هستید.
templates-unsubscribe = لغو اشتراک
templates-unsubscribe-text = اگر دیگر نمی‌خواهید این پیام‌ها را دریافت کنید، اینجا اشتراک خود را لغو کنید:

templates-confirm-subject = لطفاً اشتراک خود را تأیید کنید: { $list }
templates-confirm-preheader = یک قدم مانده است: تأیید کنید که این درخواست از شما بوده است.
templates-confirm-heading = لطفاً اشتراک خود را تأیید کنید
templates-confirm-asked = کسی، امیدواریم خود شما، این نشانی را برای «{ $list }» ثبت کرده است.
templates-confirm-do = اگر شما بوده‌اید، لطفاً تأیید کنید. تا پیش از آن برایتان چیزی نمی‌فرستیم.
templates-confirm-button = بله، می‌خواهم مشترک شوم
templates-confirm-text = برای تأیید، این نشانی را باز کنید:
templates-confirm-ignore = اگر این درخواست از شما نبوده است، لازم نیست کاری کنید. دیگر به شما پیامی نخواهیم فرستاد.
templates-confirm-link-fallback = اگر دکمه کار نمی‌کند، این نشانی را در مرورگر خود باز کنید:

# کارزارها: نوشته‌های خوانندگان.

campaigns-people-consent-requested = درخواست نام‌نویسی
campaigns-people-consent-confirmed = تأیید
campaigns-people-consent-unsubscribed = لغو اشتراک
campaigns-people-method-import = در فایلی که وارد شد
campaigns-people-method-import_opt_out = در فایلی که وارد شد، از همه چیز
campaigns-people-method-staff = از طریق همکارانمان
campaigns-people-method-sign_up = در صفحهٔ نام‌نویسی
campaigns-people-method-confirmation_link = با پیوندی که در پیام تأیید بود
campaigns-people-method-unsubscribe_page = در صفحهٔ لغو اشتراک
campaigns-people-method-preferences_page = در صفحهٔ تنظیمات
campaigns-people-method-one_click = با دکمهٔ برنامهٔ ایمیل
campaigns-people-method-address_change = هنگام تغییر نشانی
campaigns-people-method-still_wanted = هنگام پرسش دربارهٔ اینکه پیام‌ها هنوز خواسته می‌شود یا نه
campaigns-people-method-no_answer = چون به پرسش دربارهٔ خواستن پیام‌ها پاسخی نیامد
